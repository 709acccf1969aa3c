"""Whether the forecast keeps what it promises: simulated learners study, sit mocks, and then the exam.

``examinees`` says how they answer exam questions, which is built otherwise than the model of the forecast;
``courses`` lets them study (learners, memory and sessions of ``benchmarks.exam_day``, greedy or by prices) and notes
what a program would know on the mornings of D-28, D-14, D-7 and D-1, the plan of ``ahead`` included; ``__main__``
forecasts from that alone, and compares with the exam.
"""
