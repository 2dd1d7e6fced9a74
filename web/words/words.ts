import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Words, wordsIn } from './words-in.js';

export const WordsContext = createContext<Words>(wordsIn('en'));

export const useWords = (): Words => useContext(WordsContext);
