/** The one door to zod: without its compiled fast path, which needs `eval` and would trip the window's content security policy. */
import { config, z } from 'zod';

config({ jitless: true });

export { z };
