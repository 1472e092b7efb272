import { useEffect, useState } from 'react';

/** Seconds that go by, for the eye: whoever hears the page is not told of each. */
export function Countdown({ from }: { from: number }) {
  const [left, setLeft] = useState(from);

  useEffect(() => {
    const end = performance.now() + from * 1000;
    const timer = setInterval(() => {
      setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [from]);

  return <span role="timer">{left} s</span>;
}
