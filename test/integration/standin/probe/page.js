// What a page script sees at its very first moment.
window.atStart = {
  bridge: typeof window.probeBridge,
  leaked: typeof window.onlyInPreload,
  require: typeof window.require,
  process: typeof window.process,
  standin: Object.getOwnPropertyNames(window).filter((name) => /standin/i.test(name)),
};
