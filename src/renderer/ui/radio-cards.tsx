/** A choice among a few that need a word of explanation each, as cards over the browser's own radio buttons. */
import { useId } from 'react';
import { FieldRadio, RadioGroup } from './field-radio.tsx';
import styles from './radio-cards.module.css';
import { Tooltip } from './tooltip.tsx';

export type RadioCard<Value extends string> = {
  value: Value;
  label: string;
  description: string;
  /** Why it cannot be chosen, on hover and focus and for assistive technology; it stays in reach. */
  reason?: string | null;
};

type RadioCardsProps<Value extends string> = {
  legend: string;
  cards: readonly RadioCard<Value>[];
  /** Null where none of the cards is chosen. */
  value: Value | null;
  /** For labels that are no words: prefixes, ids. */
  mono?: boolean;
  onValueChange: (value: Value) => void;
};

/** Each radio's accessible name is its label alone; the explanation is its description. */
export function RadioCards<Value extends string>({
  legend,
  cards,
  value,
  mono = false,
  onValueChange,
}: RadioCardsProps<Value>) {
  const id = useId();
  return (
    <RadioGroup legend={legend}>
      <div className={styles.cards}>
        {cards.map((card) => {
          const cardId = `${id}-${card.value}`;
          const { reason = null } = card;
          const refused = reason !== null && card.value !== value;
          return (
            <Tooltip key={card.value} text={reason} isName>
              <div className={styles.card}>
                <FieldRadio
                  id={cardId}
                  name={id}
                  checked={card.value === value}
                  aria-disabled={refused || undefined}
                  aria-describedby={`${cardId}-description${reason ? ` ${cardId}-reason` : ''}`}
                  onChange={() => {
                    if (!refused) onValueChange(card.value);
                  }}
                />
                <label className={`${styles.label} ${mono ? styles.mono : ''}`} htmlFor={cardId}>
                  {card.label}
                </label>
                <span className={styles.description} id={`${cardId}-description`}>
                  {card.description}
                </span>
                {reason && (
                  <span id={`${cardId}-reason`} hidden>
                    {reason}
                  </span>
                )}
              </div>
            </Tooltip>
          );
        })}
      </div>
    </RadioGroup>
  );
}
