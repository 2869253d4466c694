import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/tokens.css';
import '../styles/app.css';
import '../styles/frame.css';
import '../styles/guide.css';
import '../styles/capture.css';
import '../styles/views.css';
import '../styles/details.css';
import '../styles/report.css';
import '../styles/library.css';
import { App } from './app.tsx';
import { connect } from './bridge.ts';
import { loadWords } from './words.ts';

const root = document.getElementById('root');
if (root === null) throw new TypeError('index.html has a root');

await loadWords();
const { bridge, onConnection } = connect();
createRoot(root).render(
  <StrictMode>
    <App bridge={bridge} onConnection={onConnection} />
  </StrictMode>,
);
