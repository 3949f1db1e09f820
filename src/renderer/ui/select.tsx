/**
 * A choice among a few, on the browser's own select: keyboard, type-ahead and assistive technology come with it.
 * Where the browser lets a select be styled, the list looks like the rest of the window.
 */
import type { CSSProperties, SelectHTMLAttributes } from 'react';
import styles from './select.module.css';

export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  /** A CSS colour for a small square before the label: a workspace's own. */
  square?: string;
  disabled?: boolean;
};

type SelectProps<Value extends string> = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'value' | 'onChange' | 'children'
> & {
  value: Value;
  options: readonly SelectOption<Value>[];
  onValueChange: (value: Value) => void;
};

export function Select<Value extends string>({
  value,
  options,
  onValueChange,
  className,
  ...rest
}: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <select
      {...rest}
      value={value}
      className={`${styles.select} ${chosen?.square ? styles.squared : ''} ${className ?? ''}`}
      style={squareStyle(chosen?.square)}
      // Escape closes the open list and must not close the dialog around it as well.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.currentTarget.matches(':open')) event.stopPropagation();
      }}
      onChange={(event) => {
        const next = options.find((option) => option.value === event.target.value);
        if (next) onValueChange(next.value);
      }}
    >
      {options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={option.square ? styles.squared : undefined}
          style={squareStyle(option.square)}
        >
          {option.label}
        </option>
      ))}
    </select>
  );
}

function squareStyle(square: string | undefined): CSSProperties | undefined {
  return square ? ({ '--square': square } as CSSProperties) : undefined;
}
