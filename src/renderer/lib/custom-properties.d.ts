/** Lets `style` carry custom properties, which a stylesheet then draws from. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
