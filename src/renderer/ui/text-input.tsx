/** A line of text, with room for one small control at its end. */
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './text-input.module.css';

type TextInputProps = InputHTMLAttributes<HTMLInputElement> & {
  mono?: boolean;
  /** Without an edge of its own, where what it stands in draws one. */
  bare?: boolean;
  /** Inside the field at its end, for instance Show / Hide. */
  trailing?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

export function TextInput({ mono = false, bare = false, trailing, className, ...rest }: TextInputProps) {
  return (
    <div className={`${styles.box} ${bare ? styles.bare : styles.edged} ${className ?? ''}`}>
      {/* Names, addresses and secrets: none of them is for a spelling service or a password manager. */}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        className={`${styles.input} ${mono ? styles.mono : ''}`}
      />
      {trailing && <div className={styles.trailing}>{trailing}</div>}
    </div>
  );
}
