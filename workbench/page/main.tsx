import { createRoot } from 'react-dom/client';

import { App } from './App.tsx';
import './styles/index.css';

const container = document.getElementById('root');
if (container !== null) createRoot(container).render(<App />);
