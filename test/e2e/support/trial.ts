/** Uses a secret against the sandbox as an application would: what counts is the status it gets. */
type Trial = { baseUrl: string; workspace: string; secret: string };

export type TrialPlatform = {
  predict(trial: Trial): Promise<number>;
  /** What the Project scope adds: uploading on Roboflow, managing projects on workspace-keys. */
  manage(trial: Trial): Promise<number>;
  /** What a key without the scope gets: Roboflow treats the route as absent. */
  refused: number;
};

async function post(url: string, secret: string): Promise<number> {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ name: 'trial' }) });
  await response.arrayBuffer();
  return response.status;
}

export const roboflowTrial: TrialPlatform = {
  predict: ({ baseUrl, secret }) => post(`${baseUrl}/infer/line-4/1`, secret),
  manage: ({ baseUrl, secret }) => post(`${baseUrl}/dataset/line-4/upload`, secret),
  refused: 404,
};

export const workspaceKeysTrial: TrialPlatform = {
  predict: ({ baseUrl, workspace, secret }) =>
    post(`${baseUrl}/api/v1/workspaces/${workspace}/models/kiosk/predict`, secret),
  manage: ({ baseUrl, workspace, secret }) =>
    post(`${baseUrl}/api/v1/workspaces/${workspace}/projects`, secret),
  refused: 403,
};
