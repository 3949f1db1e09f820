/** What is said where a platform's clock and this computer's disagree by more than a few minutes. */

/** Less than this changes no age and no due date that anybody would notice. */
const worthSaying = 5 * 60_000;

/**
 * "This computer’s clock is 12 minutes behind that of api.example.com."; null where they agree well enough. `ahead`: by how
 * many milliseconds the host's clock is ahead. Which of the two is wrong nobody here can know.
 */
export function clockWords(host: string, ahead: number): string | null {
  if (Math.abs(ahead) <= worthSaying) return null;
  return `This computer’s clock is ${span(Math.abs(ahead))} ${ahead > 0 ? 'behind' : 'ahead of'} that of ${host}.`;
}

/** "12 minutes ahead of this computer’s"; null where no difference was noticed. */
export function clockFact(ahead: number): string | null {
  if (ahead === 0) return null;
  return `${span(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} this computer’s`;
}

export const clockHint =
  'Ages and dates may be off by as much. Let the system set its clock by the network; if it does, tell whoever runs the platform.';

function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const count = (number: number, unit: string) => `${number} ${unit}${number === 1 ? '' : 's'}`;
  if (minutes < 2) return count(Math.round(milliseconds / 1000), 'second');
  if (minutes < 120) return count(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}
