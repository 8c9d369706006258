import { speak } from '../copy/say.ts';
import en from '../../../functions/src/words/en.json';

speak('en', en, 'en');
