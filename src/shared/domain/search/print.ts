/** A search as text again: reading what this prints gives the same terms. */
import type { Term } from './term.ts';

export function printSearch(terms: readonly Term[]): string {
  return terms.map(printTerm).join(' ');
}

function printTerm(term: Term): string {
  if (term.kind === 'wrong') return term.source;
  const minus = term.excluded ? '-' : '';
  switch (term.kind) {
    case 'text':
      return `${minus}${term.quoted ? quote(term.text) : term.text}`;
    case 'list':
      return `${minus}${term.token}:${term.values.map(printValue).join(',')}`;
    case 'day': {
      const amount = 'date' in term.amount ? term.amount.date : `${term.amount.days}d`;
      return `${minus}${term.token}:${term.operator === '=' ? '' : term.operator}${amount}`;
    }
  }
}

/** Quoted where it would otherwise end early or open a quote. */
export function printValue(value: string): string {
  return /^"|[\s,]/.test(value) ? quote(value) : value;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
