package stage

import (
	"errors"
	"time"

	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// trouble is the error that a stage meets again and again.
type trouble struct {
	kind  error // sentinel, or the error itself
	since time.Time
	said  time.Time
	times int
}

// Bounds of how often trouble is looked at and told.
const (
	slowest  = time.Minute
	sayAgain = time.Minute
)

// meet notes how a step ended and reports whether to stop: for what is wrong here, for transactions that failed on L1 too often, and for another batch on L1 that stays there.
func (s *Stage) meet(err error, now time.Time) (stop bool) {
	t := &s.trouble
	if err == nil {
		if t.times > 0 {
			s.cfg.Log.Info("settlement goes on", "waited", now.Sub(t.since).Round(time.Second))
			s.tell(nil)
		}
		*t = trouble{}
		return false
	}
	if kind := kindOf(err); kind != t.kind {
		*t = trouble{kind: kind, since: now}
		s.tell(err)
	}
	t.times++
	switch {
	case t.kind == ErrFailed:
		return true
	case t.kind == ErrDiverged:
		stop = now.Sub(t.since) >= s.cfg.Patience
	case t.kind == nil:
		return true
	}
	if !stop && (t.said.IsZero() || now.Sub(t.said).Abs() >= sayAgain) {
		s.cfg.Log.Warn("settlement waits", "err", err, "for", now.Sub(t.since).Round(time.Second))
		t.said = now
	}
	return stop
}

func (s *Stage) tell(err error) {
	if s.cfg.OnWait != nil {
		s.cfg.OnWait(err)
	}
}

// errL1 stands for everything that L1 may answer differently the next time.
var errL1 = errors.New("L1 cannot be read")

// kindOf sorts what a step can end with; nil is what no later step can change.
func kindOf(err error) error {
	for _, kind := range []error{ErrDiverged, ErrRefused, ErrFailed} {
		if errors.Is(err, kind) {
			return kind
		}
	}
	if l1.KindOf(err) == l1.Critical {
		return nil
	}
	return errL1
}

// pace is how long to wait before the next step: the poll interval, doubled for every refusal in a row up to a minute.
func (s *Stage) pace() time.Duration {
	wait := s.cfg.Poll
	if s.trouble.kind != ErrRefused {
		return wait
	}
	for range min(s.trouble.times, 30) {
		if wait *= 2; wait >= slowest {
			return max(slowest, s.cfg.Poll)
		}
	}
	return wait
}
