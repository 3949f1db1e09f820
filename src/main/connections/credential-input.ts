import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import { AppError } from '../system/app-error.ts';

/**
 * A credential as typed or pasted, cleaned of the white space around it. Throws `bad-input` beside the field where it is
 * empty or cannot be one: a header takes visible ASCII only, and anything else came from pasting the wrong thing.
 */
export function readCredential(typed: string, platform: PlatformId): string {
  const label = platforms[platform].credentialLabel;
  const credential = typed.trim();
  if (credential === '') {
    throw new AppError({
      code: 'bad-input',
      field: 'credential',
      message: `Paste the ${inSentence(label)} here.`,
    });
  }
  if (!/^[\x21-\x7e]+$/.test(credential)) {
    throw new AppError({
      code: 'bad-input',
      field: 'credential',
      message: `This cannot be the whole ${inSentence(label)}: it holds spaces, line breaks or unusual characters.`,
      hint: 'Copy it once more from the platform, without the text around it.',
    });
  }
  return credential;
}

function inSentence(label: string): string {
  return label === 'API key' ? label : label.toLowerCase();
}
