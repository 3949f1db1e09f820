/**
 * Until it is called off, Escape gives up what a pointer has begun and means nothing else: behind a drag there may be a
 * selection or a dialog that the same key would end. Answers what calls it off.
 */
export function onEscape(giveUp: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  // Before the window's own shortcuts, which listen from here down.
  window.addEventListener('keydown', listen, { capture: true });
  return () => window.removeEventListener('keydown', listen, { capture: true });
}
