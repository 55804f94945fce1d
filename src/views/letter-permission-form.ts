import { z } from 'zod'
import { button, row } from './controls.ts'
import { modal } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { actions, forms } from './ids.ts'
import { lines, words } from './kit.ts'
import { permissionField } from './letter-fields.ts'

export type PermissionChange = { readonly storyId: string; readonly permission: string }

const fields = { permission: 'permission' } as const
const Metadata = z.object({ storyId: z.string() })

/** For a host: whether the name may be shown in a letter that somebody else shared, and the way to take it back. */
export const letterPermissionForm: Form<PermissionChange, PermissionChange> = {
  id: forms.letterPermission,
  fields,

  render({ storyId, permission }, look) {
    const { letterPermissionForm: s, storyForm } = look.w
    return modal(
      forms.letterPermission,
      s,
      [
        ...lines([words(s.explain)]),
        permissionField(permission, look),
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
