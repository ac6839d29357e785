import { useEffect, useState } from 'preact/hooks';
import { useLatest } from '@/components/hooks/use-latest';

/**
 * Accepts files dropped on the page, which the browser would open.
 * @param onFiles undefined rejects files
 * @returns whether acceptable files are over the page
 */
export function useFileDrop(onFiles: ((files: File[]) => void) | undefined): boolean {
  const [isDragging, setDragging] = useState(false);
  const latest = useLatest(onFiles);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      const wanted = latest.current !== undefined;
      event.dataTransfer.dropEffect = wanted ? 'copy' : 'none';
      setDragging(wanted);
    };
    const leave = (event: DragEvent): void => {
      // Left the window, not an element.
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent): void => {
      setDragging(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current?.(files);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [latest]);
  return isDragging;
}
