import {
  AddPhoneText,
  errorsByField,
  isRefusal,
  settle,
  validate,
  type AddPhoneMethodInput,
  type AddPhoneMutation,
} from 'authmethods-client';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const INPUT: AddPhoneMethodInput = {
  user: { userPrincipalName: 'kim@contoso.com' },
  phoneNumber: '+1 2065550120',
  phoneType: 'MOBILE',
};

async function send(idempotencyKey: string): Promise<AddPhoneMutation['addPhoneMethod'] | null> {
  const body = JSON.stringify({ query: AddPhoneText, variables: { input: { ...INPUT, idempotencyKey } } });
  const response = await fetch('/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  const answer = (await response.json()) as { data?: AddPhoneMutation };
  if (response.status < 500 && isRefusal(answer)) throw new Error('It was refused.');
  return answer.data?.addPhoneMethod ?? null;
}

function AddPhone() {
  const [result, setResult] = useState('');
  const wrong = [...errorsByField(validate('AddPhoneMethodInput', INPUT)).keys()];
  const add = async () => {
    const outcome = await settle(send);
    setResult(outcome.is);
  };
  return (
    <button disabled={wrong.length > 0} onClick={() => void add()}>
      Add {INPUT.phoneNumber} {result}
    </button>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<AddPhone />);
