import { PaperList } from './paper-list';

/** library.html */
export class LibraryPage extends PaperList {}
