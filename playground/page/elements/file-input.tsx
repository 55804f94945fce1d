import { useRef, useState } from 'react'
import { uploadFile } from '../live/act.ts'
import { asList, asNumber, asObjects } from '../live/json.ts'
import type { ElementProps } from './surface.ts'
import { useElement } from './use-element.ts'

/** Files for a form: picked or dropped, uploaded at once, sent with the form. */
export function FileInput(props: ElementProps) {
  const { element, name } = props
  const { value, change } = useElement(props)
  const [uploading, setUploading] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const files = asObjects(value)
  const most = asNumber(element.max_files) ?? 10
  const types = asList(element.filetypes).map((type) => `.${String(type)}`)
  const add = async (added: FileList | null) => {
    setUploading(true)
    const kept = [...files]
    for (const file of [...(added ?? [])].slice(0, most - files.length)) {
      const { fileId } = await uploadFile(file)
      if (fileId) kept.push({ id: fileId, name: file.name })
    }
    setUploading(false)
    if (input.current) input.current.value = ''
    change(kept)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button below is the other
    <div
      className="file-input"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void add(event.dataTransfer.files)
      }}
    >
      {files.map((file) => (
        <span key={String(file.id)} className="chip">
          <img src={`/page/files/${String(file.id)}`} alt="" />
          {String(file.name)}
          <button
            type="button"
            aria-label={`Remove ${String(file.name)}`}
            onClick={() => change(files.filter(({ id }) => id !== file.id))}
          >
            ×
          </button>
        </span>
      ))}
      {files.length < most && (
        <label className="file-button">
          <input
            ref={input}
            type="file"
            multiple={most > 1}
            accept={types.length > 0 ? types.join(',') : undefined}
            aria-labelledby={name.labelledBy}
            aria-describedby={name.describedBy}
            onChange={({ target }) => void add(target.files)}
          />
          <span aria-hidden="true">{uploading ? 'Uploading…' : 'Choose a file, or drop it here'}</span>
        </label>
      )}
    </div>
  )
}
