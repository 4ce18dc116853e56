/** Training: settings, batches, optimizers, schedules, the trainer and its files. */
package scorescope.core.training;
