// How the authorization server behaves where the contract leaves it open, and what a test can make it do wrong.

export interface OAuthSettings {
  /** Seconds a code, an access token and a refresh token live. Roboflow states none of them. */
  codeSeconds: number;
  accessSeconds: number;
  refreshSeconds: number;
  /** Refuses to register clients. */
  refuseRegistration: boolean;
  /** What the answer to the browser says instead of the truth; `null` leaves the parameter out. */
  answeredIssuer?: string | null;
  answeredState?: string;
  /** The token endpoint shows a web page, as a proxy in front of it does. */
  tokenWebPage: boolean;
}

export const OAUTH_DEFAULTS: OAuthSettings = {
  codeSeconds: 60,
  accessSeconds: 3_600,
  refreshSeconds: 30 * 24 * 3_600,
  refuseRegistration: false,
  tokenWebPage: false,
};
