// Must be the first import of the window: keeps zod from compiling functions, which the page's content security policy forbids.
import { config } from 'zod';

// Even trying is reported as a violation; checking without compiled functions is fast enough for what the page checks.
config({ jitless: true });
