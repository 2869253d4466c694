/** The switches of the privacy page that are to be pressed, in the order of the steps. */
export type PrivacySwitch = 'access' | 'apps' | 'app' | 'desktop' | 'program';
