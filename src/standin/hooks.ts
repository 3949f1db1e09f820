/** Makes `electron` mean the stand-in, for `import` and for `require`, in the application and in all it loads. */
import { registerHooks } from 'node:module';
import { electron, electronNames } from './electron/index.ts';

const ADDRESS = 'standin:electron';
const KEY = 'standin.electron';

/** Must run before the application is loaded, which imports `electron` in its first line. */
export function installHooks(): void {
  // Modules made from text can reach this process only through its global scope; the symbol keeps it out of the way.
  Object.defineProperty(globalThis, Symbol.for(KEY), { value: electron });
  const take = `globalThis[Symbol.for('${KEY}')]`;
  const named = electronNames.map((name) => `export const ${name} = electron.${name};`).join('\n');
  registerHooks({
    resolve(specifier, context, next) {
      if (!/^electron(\/main|\/common)?$/.test(specifier)) return next(specifier, context);
      // A CommonJS module gets its exports as they are, an ES module by name.
      const required = context.conditions.includes('require');
      return {
        url: required ? `${ADDRESS}.cjs` : ADDRESS,
        format: required ? 'commonjs' : 'module',
        shortCircuit: true,
      };
    },
    load(url, context, next) {
      if (url === ADDRESS) {
        const source = `const electron = ${take};\nexport default electron;\n${named}`;
        return { format: 'module', source, shortCircuit: true };
      }
      if (url === `${ADDRESS}.cjs`) {
        return { format: 'commonjs', source: `module.exports = ${take};`, shortCircuit: true };
      }
      return next(url, context);
    },
  });
}
