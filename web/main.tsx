import { render } from 'preact';
import { App } from './app.js';
import './base.css';

const page = document.getElementById('page');
if (page) render(<App />, page);
