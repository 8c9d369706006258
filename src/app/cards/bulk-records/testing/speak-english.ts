import { speak } from '../copy/say.ts';
import { wordsIn } from '../../../functions/src/words/words-in.ts';

speak('en', wordsIn('en'), 'en');
