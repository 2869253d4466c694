import { playEcho } from '../../../../renderer/capture/echo.ts';
import { testDevice } from '../../../../renderer/capture/test-device.ts';

/** The code under test as it is shipped, within reach of the tests. */
const reach = { testDevice, playEcho };

declare global {
  interface Window {
    reach: typeof reach;
  }
}

window.reach = reach;
