import { isolate } from '../../lib/isolate-text.ts';

/** The words of the dialogs for one member: apart from the list's, so that the list does not load them. */
export const dialogWords = {
  editTitle: 'Edit member',
  goneWhileEditing: (name: string) => `${isolate(name)} was deleted meanwhile, so nothing can be saved. Cancel goes back to the list.`,
  unchanged: 'Nothing to save: the member is as before.',
  emailFixed: 'They log in with this address. It cannot be changed.',
  emailMissing: 'Enter an email address',
  firstNameMissing: 'Enter a first name',
  lastNameMissing: 'Enter a last name',
  departmentMissing: 'Choose a department',
  passwordMissing: 'Enter a password, or generate one',
  generate: 'Generate password',
  addAnother: 'Add another',
  handOverTitle: (name: string) => `Log-in details of ${isolate(name)}`,
  logInPage: 'Log-in page',
  copied: 'Copied.',
  leaveHandOver: {
    title: 'Leave without the log-in details?',
    text: 'The password is not shown again. Copy the details first, or choose “Done” once you have noted them.',
    confirmLabel: 'Leave',
    cancelLabel: 'Stay',
  },
};
