/** The id of a header by its place on screen; the boxes have place 0. What the focus of the table points at. */
export function headerElementId(column: number): string {
  return `key-header-${column}`;
}
