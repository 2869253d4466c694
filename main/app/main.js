// Where Electron starts: plain JavaScript, since it has to be found before types are stripped from anything.
import './index.ts';
