package ops

import (
	"strings"

	"github.com/prometheus/client_golang/prometheus"
)

// registry makes metrics in one line each.
type registry struct{ *prometheus.Registry }

func (r registry) counter(name, help string) prometheus.Counter {
	c := prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
	r.MustRegister(c)
	return c
}

// counters are by labels, separated by commas; values of a single label begin at zero.
func (r registry) counters(name, help, labels string, values ...string) *prometheus.CounterVec {
	c := prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, strings.Split(labels, ","))
	for _, v := range values {
		c.WithLabelValues(v)
	}
	r.MustRegister(c)
	return c
}

func (r registry) gauges(name, help, label string, values ...string) *prometheus.GaugeVec {
	g := prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, []string{label})
	for _, v := range values {
		g.WithLabelValues(v)
	}
	r.MustRegister(g)
	return g
}

func (r registry) histogram(name, help string, buckets []float64) prometheus.Histogram {
	h := prometheus.NewHistogram(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets})
	r.MustRegister(h)
	return h
}

func (r registry) histograms(name, help string, buckets []float64, label string, values ...string) *prometheus.HistogramVec {
	h := prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets}, []string{label})
	for _, v := range values {
		h.WithLabelValues(v)
	}
	r.MustRegister(h)
	return h
}
