import { Fragment } from 'react';

/** A text without spaces, such as an address: where it does not fit, it breaks before one of `marks` rather than anywhere. */
export function Breakable({ text, marks }: { text: string; marks: '@' | '/' }) {
  const [first = '', ...rest] = text.split(marks);
  return (
    <>
      {first}
      {rest.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and their order never changes.
        <Fragment key={index}>
          <wbr />
          {marks}
          {part}
        </Fragment>
      ))}
    </>
  );
}
