"""Whether the forecast keeps what it promises: simulated learners study, sit mocks, and then the exam.

``examinees`` says how they answer exam questions, which is built otherwise than the model of the forecast;
``courses`` lets them study (learners, memory and greedy sessions of ``benchmarks.exam_day``) and notes what a program
would know on the mornings of D-14, D-7 and D-1; ``__main__`` forecasts from that alone, and compares with the exam.
"""
