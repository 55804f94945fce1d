import { z } from 'zod'
import { button, row } from './controls.ts'
import { modal } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { actions, forms } from './ids.ts'
import { lines, words } from './kit.ts'
import { permissionField } from './letter-fields.ts'
import { originalPart } from './letter-original.ts'

export type PermissionChange = { readonly storyId: string; readonly permission: string }

const fields = { permission: 'permission' } as const
const Metadata = z.object({ storyId: z.string() })

type Shown = PermissionChange & {
  /** Something was masked in it, and is kept. */ readonly hasOriginal?: boolean
}

/** For a host: whether the name may be shown in a letter that somebody else shared, and the way to take it back. */
export const letterPermissionForm: Form<PermissionChange, Shown> = {
  id: forms.letterPermission,
  fields,

  render({ storyId, permission, hasOriginal = false }, look) {
    const { letterPermissionForm: s, storyForm } = look.w
    return modal(
      forms.letterPermission,
      s,
      [
        ...lines([words(s.explain)]),
        permissionField(permission, look),
        ...(hasOriginal ? [originalPart(storyId, look)] : []),
        row([button(storyForm.retract, actions.storyRetract, storyId, { style: 'danger' })]),
      ],
      keep({ storyId }),
    )
  },

  read: (view) => ({
    storyId: kept(view, Metadata).storyId,
    permission: answers(view).option(fields.permission) ?? '',
  }),
}
