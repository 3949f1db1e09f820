/** Latchkey's name for the systems: the same as in the packaging, or Windows shows no notification. */
export const appId = 'app.latchkey.desktop';
