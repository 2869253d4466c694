/** Id of the rule about a test that nothing explains; it stands alone, so that a page can know it without the rules. */
export const UNEXPLAINED = 'capture.unexplained';
