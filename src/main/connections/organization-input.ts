import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import { AppError } from '../system/app-error.ts';

/**
 * The organization's id as typed, cleaned of the white space around it; null where the platform needs none. Throws `bad-input`
 * beside its field where it is missing or cannot be one: it becomes a part of an address.
 */
export function readOrganizationId(typed: string | undefined, platform: PlatformId): string | null {
  const { needsOrganizationId, label } = platforms[platform];
  if (!needsOrganizationId) return null;
  const id = typed?.trim() ?? '';
  if (id === '') {
    throw new AppError({
      code: 'bad-input',
      field: 'organizationId',
      message: `Type the organization ID: a secret key of ${label} works only together with it.`,
    });
  }
  if (!/^[\w.-]{1,200}$/.test(id) || /^\.+$/.test(id)) {
    throw new AppError({
      code: 'bad-input',
      field: 'organizationId',
      message: 'This cannot be an organization ID: it holds spaces or unusual characters.',
      hint: 'Copy it once more from the organization’s settings, without the text around it.',
    });
  }
  return id;
}
