/** The window's entry: styles first, then the screen. */
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startFollowing } from './app/start-following.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element for the window’s content');

startFollowing();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
