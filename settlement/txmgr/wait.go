package txmgr

import "time"

// pause is why intents wait, and when that was said last.
type pause struct {
	reason string
	said   time.Time
}

// sayAgain is how often a reason that stays is repeated in the log.
const sayAgain = time.Minute

// wait notes why intents wait now; nil is not at all. Called under mu.
func (m *Manager) wait(err error) {
	reason := ""
	if err != nil {
		reason = err.Error()
	}
	now := m.cfg.Now()
	switch {
	case reason == "" && m.pause.reason != "":
		m.cfg.Log.Info("L1 transactions go on")
	case reason != "" && (m.pause.reason == "" || now.Sub(m.pause.said).Abs() >= sayAgain):
		m.cfg.Log.Warn("L1 transactions wait", "reason", reason)
		m.pause.said = now
	}
	if reason != m.pause.reason && m.cfg.OnWait != nil {
		m.cfg.OnWait(err)
	}
	m.pause.reason = reason
}

// Waiting is why intents wait; empty when they do not.
func (m *Manager) Waiting() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.pause.reason
}
