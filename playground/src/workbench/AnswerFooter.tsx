import { costOf } from '../cost/cost';
import { CostDrawing } from '../cost/CostDrawing';
import { useActiveExample } from './active';
import { ExampleNote } from './ExampleNote';
import { ExchangeLine } from './ExchangeLine';

/** Below the answer: its status, whether the example ended as it should, and what the request cost. */
export function AnswerFooter() {
  const { response } = useActiveExample();
  return (
    <>
      <ExchangeLine />
      <ExampleNote />
      <CostDrawing cost={costOf(response)} answered={!!response} />
    </>
  );
}
