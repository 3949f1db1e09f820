/** The one request that every key worth having can make: running a model. The snippets write it out. */
import type { PlatformId } from '#shared/domain/platform.ts';

export type InferenceCall = {
  url: string;
  origin: string;
  /** A stand-in for the id of a model, which only the person knows. */
  model: string;
  /** What to replace, as a comment. */
  note: string;
  contentType: string;
  /** How the image travels in the body. */
  body: 'base64' | 'binary';
  /** Whether the platform's own Python package reaches this address. */
  sdk: boolean;
};

type Place = { platform: Exclude<PlatformId, 'datature-vi'>; workspaceSlug: string; baseUrl: string };

/** Roboflow runs models on a host of their own (docs: Serverless Cloud API). */
const roboflowApi = 'https://api.roboflow.com';
const roboflowInference = 'https://serverless.roboflow.com';

export function inferenceCall({ platform, workspaceSlug, baseUrl }: Place): InferenceCall {
  const base = baseUrl.replace(/\/+$/, '');
  if (platform === 'workspace-keys') {
    return {
      url: `${base}/api/v1/workspaces/${encodeURIComponent(workspaceSlug)}/models/your-model/predict`,
      origin: base,
      model: 'your-model',
      note: 'Replace your-model with the name of a model in this workspace.',
      contentType: 'image/jpeg',
      body: 'binary',
      sdk: false,
    };
  }
  const isRoboflowItself = base === roboflowApi;
  const origin = isRoboflowItself ? roboflowInference : base;
  const model = 'your-project/1';
  return {
    // Another address is a server that speaks Roboflow's interface on one host, such as the sandbox.
    url: isRoboflowItself ? `${origin}/${model}` : `${origin}/infer/${model}`,
    origin,
    model,
    note: `Replace ${model} with the id of your model: project, slash, version.`,
    // Roboflow takes the image as base64 text under this type.
    contentType: 'application/x-www-form-urlencoded',
    body: 'base64',
    sdk: isRoboflowItself,
  };
}
