export { safeFileName } from './file-name.js';
export { FileStore, type ReceivedFile, type SentFile, type StoredFileFacts } from './file-store.js';
export { FilesModule } from './files.module.js';
export { mediaTypeOf, shownInline } from './media-type.js';
