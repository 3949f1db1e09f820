/** What a window and the host tell each other; each message crosses as text made by the codec. */

export type FromWindow =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'open'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly kind: 'focus'; readonly focused: boolean }
  | { readonly kind: 'resize'; readonly width: number; readonly height: number }
  | { readonly kind: 'dark'; readonly dark: boolean }
  | KeyPress
  | { readonly kind: 'preload-error'; readonly error: unknown };

/** A key press that the page did not handle itself. */
export interface KeyPress {
  readonly kind: 'key';
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

export type FromHost =
  | { readonly kind: 'reply'; readonly id: number; readonly result?: unknown; readonly error?: string }
  | { readonly kind: 'message'; readonly channel: string; readonly args: unknown[] };
