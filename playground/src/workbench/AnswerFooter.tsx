import { costOf } from '../cost/cost';
import { CostDrawing } from '../cost/CostDrawing';
import { useActiveExample } from './active';
import { ExampleNote } from './ExampleNote';

/** Below the answer: whether the example ended as it should, and what the request cost. */
export function AnswerFooter() {
  const { response } = useActiveExample();
  return (
    <>
      <ExampleNote />
      <CostDrawing cost={costOf(response)} answered={!!response} />
    </>
  );
}
