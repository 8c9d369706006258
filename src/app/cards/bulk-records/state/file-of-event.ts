/** HubSpot's experimental file input hands over a File, alone or in an event; its shape is not documented. */
export function fileOfEvent(event: unknown): File | null {
  if (event instanceof File) return event;
  if (typeof event !== 'object' || event === null) return null;
  if ('target' in event) return fileOfEvent(event.target);
  if ('files' in event && typeof event.files === 'object' && event.files !== null && 0 in event.files) {
    return fileOfEvent(event.files[0]);
  }
  return 'file' in event ? fileOfEvent(event.file) : null;
}
